package io.lambdamaven.plugin.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that a process has held, where the system tells it. */
final class Memory {
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB");

    private Memory() {}

    /** In MB, rounded up; 0 where it cannot be told. */
    static int peak(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return peak.find() ? (int) ((Long.parseLong(peak.group(1)) + 1023) / 1024) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
