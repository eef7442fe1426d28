package com.example.reception;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

public class Desk extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/json" -> {
                response.setContentType("application/json");
                response.setCharacterEncoding("UTF-8");
                response.getWriter().print("[{\"title\":\"Der Prozeß\",\"pages\":2}]");
            }
            case "/login" -> {
                response.addCookie(new Cookie("user", "ada"));
                response.addCookie(new Cookie("theme", "dark"));
                response.setStatus(204);
            }
            case "/nowhere" -> response.sendError(404);
            case "/shout" -> request.getRequestDispatcher("/desk/loud").forward(request, response);
            default -> {
                response.setContentType("text/plain;charset=utf-8");
                response.getWriter()
                        .print(getServletContext().getAttribute("greeting") + " " + request.getServletPath() + "|"
                                + request.getPathInfo() + "?" + request.getQueryString() + "\n"
                                + Arrays.toString(request.getParameterValues("tag")) + "\n"
                                + request.getAttribute("stamped") + " " + request.getHeader("X-Told"));
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        request.getInputStream().transferTo(response.getOutputStream());
    }
}
