package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.route.RouteTable;
import org.jspecify.annotations.Nullable;

/** A handler without methods behind its routes. */
final class Rehearsal extends RoutedHandler {
    Rehearsal(RouteTable routes) {
        super(new Dispatcher(routes));
    }

    @Override
    protected @Nullable Object call(int route, Arguments in) {
        return null;
    }
}
