package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a servlet, and an initializer that registers filters and servlets, serve in Jetty. */
class ServletStarterTest {
    public static class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("page " + request.getRequestURI());
        }
    }

    @WebServlet("/shop/*")
    public static final class Shop extends Page {
        private static final long serialVersionUID = 1L;
    }

    @WebServlet(urlPatterns = {"/a", "/b"})
    public static final class Two extends Page {
        private static final long serialVersionUID = 1L;
    }

    public static final class Gate extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getRequestURI().endsWith("private")) {
                response.setStatus(401);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    public static final class Setup implements ServletContainerInitializer {
        @Override
        public void onStartup(Set<Class<?>> classes, ServletContext context) {
            context.addFilter("gate", Gate.class).addMappingForUrlPatterns(null, true, "/*");
            context.addServlet("page", Page.class).addMapping("/*");
        }
    }

    public static final class Failing implements ServletContainerInitializer {
        @Override
        public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
            throw new ServletException("no database");
        }
    }

    @Test
    void aServletAnswersEverything() throws Exception {
        assertThat(answers(Page.class, "/", "/a/b")).containsExactly("200 page /", "200 page /a/b");
    }

    @Test
    void aServletAnswersWhereItSays() throws Exception {
        assertThat(answers(Shop.class, "/shop/a", "/a"))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("200 page /shop/a"),
                        other -> assertThat(other).startsWith("404 "));
        assertThat(answers(Two.class, "/b", "/c"))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("200 page /b"),
                        other -> assertThat(other).startsWith("404 "));
    }

    @Test
    void anInitializerRegistersAChain() throws Exception {
        assertThat(answers(Setup.class, "/a", "/private")).containsExactly("200 page /a", "401 ");
    }

    @Test
    void anInitializerThatFailsFailsTheStart() {
        assertThatThrownBy(() -> start(Failing.class))
                .hasMessageEndingWith("Failing did not start")
                .hasRootCauseMessage("no database");
    }

    private static void start(Class<?> application) {
        WebHost.start(new ServletStarter(application.getName()), 0, "", Map.of());
    }

    private static String[] answers(Class<?> application, String... paths) throws Exception {
        start(application);
        String[] answers = new String[paths.length];
        for (int i = 0; i < paths.length; i++) {
            URI address = URI.create("http://127.0.0.1:" + Integer.getInteger("server.port") + paths[i]);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            answers[i] = answer.statusCode() + " " + answer.body();
        }
        return answers;
    }
}
