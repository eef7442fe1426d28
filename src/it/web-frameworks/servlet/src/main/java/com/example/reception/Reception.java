package com.example.reception;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/** Puts the chain together: a stamp on all, a gate before some, and what was written in capitals for others. */
public class Reception implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        context.addListener(new Opening());
        context.addFilter("stamp", Stamp.class).addMappingForUrlPatterns(null, true, "/*");
        context.addFilter("gate", Gate.class).addMappingForUrlPatterns(null, true, "/private/*");
        var capitals = context.addFilter("capitals", Capitals.class);
        capitals.addMappingForUrlPatterns(EnumSet.of(DispatcherType.FORWARD), true, "/desk/loud");
        capitals.setInitParameter("end", "!");
        context.addServlet("desk", Desk.class).addMapping("/desk/*", "/private/*");
    }
}
