package com.example.library;

import jakarta.ws.rs.core.Application;
import java.util.Set;

public class Library extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Books.class, Echo.class, LentMapper.class);
    }
}
