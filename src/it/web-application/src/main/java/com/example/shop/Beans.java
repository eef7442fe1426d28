package com.example.shop;

import io.lambdamaven.annotation.InstanceFactory;
import io.lambdamaven.api.InstanceProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Spring makes one of these and tells it the context; the handler makes another, and asks it for beans. */
@Component
@InstanceFactory
public class Beans implements InstanceProvider {
    private static volatile ApplicationContext context;

    @Autowired
    void started(ApplicationContext application) {
        context = application;
    }

    @Override
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }
}
