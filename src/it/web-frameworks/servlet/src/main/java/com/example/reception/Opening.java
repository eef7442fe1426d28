package com.example.reception;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

public class Opening implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setAttribute("greeting", "Grüß Gott");
    }
}
