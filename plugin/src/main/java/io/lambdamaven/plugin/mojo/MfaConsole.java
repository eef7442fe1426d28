package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.aws.MfaCodes;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a device's code from the command line, else asks for it where Maven was started. */
final class MfaConsole implements MfaCodes {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final @Nullable String given;
    private final boolean interactive;
    private final InputStream in;
    private final PrintStream out;

    MfaConsole(@Nullable String given, boolean interactive, InputStream in, PrintStream out) {
        this.given = given;
        this.interactive = interactive;
        this.in = in;
        this.out = out;
    }

    @Override
    public String of(String serial) {
        if (given != null && !given.isBlank()) {
            return code(given, serial);
        }
        if (!interactive) {
            return NONE.of(serial);
        }
        out.print("Code of the device " + serial + ": ");
        out.flush();
        return code(line(serial), serial);
    }

    private String line(String serial) {
        try {
            String line = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            return line == null ? NONE.of(serial) : line;
        } catch (IOException e) {
            return NONE.of(serial);
        }
    }

    private static String code(String said, String serial) {
        if (!CODE.matcher(said.strip()).matches()) {
            throw new UserFault(
                    Problem.LM518,
                    Place.of("the device " + serial),
                    "'" + said.strip() + "' is not a code: it has six digits.",
                    "Type the code that the device shows now, or give it with -Dlambda.mfaToken.");
        }
        return said.strip();
    }
}
