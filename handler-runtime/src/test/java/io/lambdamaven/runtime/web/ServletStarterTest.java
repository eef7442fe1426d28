package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebInitParam;
import jakarta.servlet.annotation.WebListener;
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
import java.util.stream.Stream;
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

    @WebServlet(
            name = "counter",
            urlPatterns = {"/one", "/two"},
            loadOnStartup = 1,
            initParams = {@WebInitParam(name = "first", value = "7"), @WebInitParam(name = "unit", value = "cups")})
    public static final class Counter extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static int made;
        private static int started;
        private int visits;

        public Counter() {
            made++;
        }

        @Override
        public void init() {
            started++;
            visits = Integer.parseInt(getInitParameter("first"));
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(getServletName() + " " + visits++ + " " + getInitParameter("unit") + " "
                            + request.isAsyncSupported());
        }
    }

    @Test
    void aServletOfSeveralPatternsIsOneServletWithWhatItsAnnotationSays() throws Exception {
        Counter.made = 0;
        Counter.started = 0;
        start(Counter.class);
        assertThat(Counter.started).as("on startup").isEqualTo(1);
        assertThat(asked("/one", "/two", "/one"))
                .containsExactly("200 counter 7 cups false", "200 counter 8 cups false", "200 counter 9 cups false");
        assertThat(Counter.made).isEqualTo(1);
        assertThat(Counter.started).isEqualTo(1);
    }

    @WebServlet(value = "/wait", asyncSupported = true)
    public static final class Waiting extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            AsyncContext later = request.startAsync();
            response.getWriter().print("later");
            later.complete();
        }
    }

    @Test
    void anAsynchronousServletIsOne() throws Exception {
        assertThat(answers(Waiting.class, "/wait")).containsExactly("200 later");
    }

    @MultipartConfig(maxFileSize = 10)
    public static final class Upload extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            response.getWriter()
                    .print(request.getPart("file").getSubmittedFileName() + " "
                            + request.getParts().size());
        }
    }

    @Test
    void filesAreTakenWhereTheServletSaysSo() throws Exception {
        start(Upload.class);
        assertThat(posted("tea")).isEqualTo("200 a.txt 1");
        assertThat(posted("more than ten bytes")).startsWith("400 ");
    }

    private static String posted(String file) throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + file
                + "\r\n--x--\r\n";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @WebFilter(value = "/private/*", initParams = @WebInitParam(name = "status", value = "403"))
    public static final class Guard extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            response.setStatus(Integer.parseInt(getInitParameter("status")));
        }
    }

    @WebFilter(servletNames = "counter", dispatcherTypes = DispatcherType.REQUEST)
    public static final class Named extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.getWriter().print("named ");
            chain.doFilter(request, response);
        }
    }

    @WebFilter(value = "/*", dispatcherTypes = DispatcherType.FORWARD)
    public static final class Elsewhere extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            response.setStatus(500);
        }
    }

    @WebListener
    public static final class Opening implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().setAttribute("opened", "yes");
        }
    }

    public static final class Opened extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print("opened " + getServletContext().getAttribute("opened"));
        }
    }

    @Test
    void filtersAndListenersBesideAServletAreRegisteredAsTheySay() throws Exception {
        start(Opened.class, Guard.class, Opening.class, Elsewhere.class);
        assertThat(asked("/", "/private/a")).containsExactly("200 opened yes", "403 ");
        start(Counter.class, Named.class);
        assertThat(asked("/one")).containsExactly("200 named counter 7 cups false");
    }

    @WebFilter
    public static final class Alone extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getRequestURI().equals("/here")) {
                response.getWriter().print("filtered");
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    @Test
    void aFilterIsAnApplicationToo() throws Exception {
        start(Alone.class);
        assertThat(asked("/here")).containsExactly("200 filtered");
        assertThat(asked("/there")[0]).startsWith("404 ");
    }

    public interface Plugin {}

    public static final class TeaPlugin implements Plugin {}

    @HandlesTypes(Plugin.class)
    public static final class Plugins implements ServletContainerInitializer {
        private static Set<Class<?>> given;

        @Override
        public void onStartup(Set<Class<?>> classes, ServletContext context) {
            given = classes;
            context.addServlet("page", Page.class).addMapping("/*");
        }
    }

    @Test
    void anInitializerIsGivenTheClassesThatItHandles() throws Exception {
        start(Plugins.class, TeaPlugin.class);
        assertThat(asked("/a")).containsExactly("200 page /a");
        assertThat(Plugins.given).containsExactly(TeaPlugin.class);
    }

    private static void start(Class<?> application, Class<?>... parts) {
        String[] names = Stream.of(parts).map(Class::getName).toArray(String[]::new);
        WebHost.start(new ServletStarter(application.getName(), names), 0, "", Map.of());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + Integer.getInteger("server.port") + path);
    }

    private static String[] answers(Class<?> application, String... paths) throws Exception {
        start(application);
        return asked(paths);
    }

    private static String[] asked(String... paths) throws Exception {
        String[] answers = new String[paths.length];
        for (int i = 0; i < paths.length; i++) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address(paths[i])).build(), HttpResponse.BodyHandlers.ofString());
            answers[i] = answer.statusCode() + " " + answer.body();
        }
        return answers;
    }
}
