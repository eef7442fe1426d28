package io.lambdamaven.api;

/**
 * Makes the instances of the project's handler classes; the project's one implementation is marked with
 * {@link io.lambdamaven.annotation.InstanceFactory}.
 *
 * <pre>{@code
 * @InstanceFactory
 * public final class Container implements InstanceProvider {
 *     private final Injector injector = Guice.createInjector(new OrderModule());
 *
 *     @Override
 *     public <T> T get(Class<T> type) {
 *         return injector.getInstance(type);
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface InstanceProvider {
    /**
     * Called once per class and execution environment, before the class's first event; what it returns is kept.
     *
     * @param type a class of the project that has handler methods
     * @param <T> that class
     * @return the instance that events are given to
     * @throws Exception if there is none; it fails the invocation
     */
    <T> T get(Class<T> type) throws Exception;
}
