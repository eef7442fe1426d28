package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.route.RouteTable;

final class Dispatcher {
    Dispatcher(RoutedHandler handler, RouteTable routes) {}

    byte[] dispatch(byte[] event, Context context) {
        return event;
    }
}
