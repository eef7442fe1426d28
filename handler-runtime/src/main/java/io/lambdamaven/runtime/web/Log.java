package io.lambdamaven.runtime.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Lines in the function's log. */
final class Log {
    private Log() {}

    /** A method or path as it came, without what could begin a line of its own. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < 500; i++) {
            char c = text.charAt(i);
            out.append(c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ? '?' : c);
        }
        return out.toString();
    }

    /** With causes, as the JVM prints it. */
    static String trace(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out));
        return out.toString();
    }

    static void line(Context context, String line) {
        LambdaLogger logger = context.getLogger();
        if (logger == null) {
            System.err.println(line);
        } else {
            logger.log(line + "\n");
        }
    }
}
