package com.example.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

public class Desk extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath() + String.valueOf(request.getPathInfo())) {
            case "/redirect" -> response.sendRedirect("/elsewhere?a=%2F");
            case "/error" -> response.sendError(409, "taken");
            case "/fails" -> throw new ServletException("it does not work");
            case "/cookies" -> {
                Cookie cookie = new Cookie("desk", "7");
                cookie.setHttpOnly(true);
                cookie.setMaxAge(-1);
                response.addCookie(cookie);
                response.addCookie(new Cookie("chair", "2"));
                response.setStatus(204);
            }
            case "/session" -> {
                int visits = request.getSession().getAttribute("visits") instanceof Integer before ? before + 1 : 1;
                request.getSession().setAttribute("visits", visits);
                response.setContentType("text/plain");
                response.getWriter().print("visit " + visits);
            }
            case "/bytes" -> {
                response.setContentType("application/octet-stream");
                for (int i = 0; i < 100_000; i++) {
                    response.getOutputStream().write(i);
                }
            }
            case "/untyped" -> response.getOutputStream().write("no type".getBytes("US-ASCII"));
            case "/notmodified" -> {
                response.setHeader("ETag", "\"7\"");
                response.setStatus(304);
            }
            case "/many" -> {
                response.addHeader("Link", "</a>; rel=prev");
                response.addHeader("Link", "</b>; rel=next");
                response.addHeader("Cache-Control", "no-store");
                response.setContentType("text/html; charset=ISO-8859-1");
                response.getWriter().print("<p>Größe");
            }
            default -> echo(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        echo(request, response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(request.getContentType());
        request.getInputStream().transferTo(response.getOutputStream());
    }

    private static void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        Map<String, String> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, String.join("|", values)));
        Map<String, String> headers = new TreeMap<>();
        Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("x-told")
                        || name.startsWith("accept")
                        || name.equals("cookie")
                        || name.equals("content-length"))
                .forEach(name -> headers.put(name, String.join("|", Collections.list(request.getHeaders(name)))));
        response.getWriter().println(request.getMethod() + " " + request.getRequestURI());
        response.getWriter().println(request.getQueryString());
        response.getWriter().println(request.getRequestURL());
        response.getWriter().println(parameters);
        response.getWriter().println(headers);
        response.getWriter()
                .println(request.getServerName() + ":" + request.getServerPort() + " " + request.getLocale());
    }
}
