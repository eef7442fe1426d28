package io.lambdamaven.runtime.script;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

/** A script as an operator writes it; its class is defined anew for each run, so that it counts in a property. */
public final class FixOrders {
    public static final String DEFINED = "lambda.test.script.defined";

    static {
        System.setProperty(DEFINED, String.valueOf(Integer.getInteger(DEFINED, 0) + 1));
    }

    private FixOrders() {}

    public static String run(Map<String, Object> args, Context context) {
        return "fixed " + args.get("order") + " in " + context.getFunctionName();
    }
}
