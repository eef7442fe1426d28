package io.lambdamaven.runtime.web;

import java.util.Map;

/** What all threads are doing. */
final class Threads {
    private Threads() {}

    static String dump() {
        StringBuilder out = new StringBuilder("Threads of the application:");
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            out.append("\n\"")
                    .append(each.getKey().getName())
                    .append("\" ")
                    .append(each.getKey().getState());
            StackTraceElement[] frames = each.getValue();
            for (int i = 0; i < frames.length; i++) {
                out.append("\n    at ").append(frames[i]);
            }
        }
        return out.toString();
    }
}
