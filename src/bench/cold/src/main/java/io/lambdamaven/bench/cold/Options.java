package io.lambdamaven.bench.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says.
 *
 * @param cpu what taskset confines the JVMs to; empty for all
 * @param unpacked whether the code is in a directory, as in Lambda, or in its jar
 * @param flags further ones of the JVMs
 */
record Options(
        int rounds, String cpu, boolean unpacked, Path java, Path subjects, List<String> flags, List<String> wanted) {
    static final String USAGE = """
            cold [-n ROUNDS] [-cpu LIST|all] [-unpacked] [-java HOME] [-subjects FILE] [-J-FLAG ...] [SUBJECT ...]
            A subject may be the beginning of a name, such as "http." or "s3.ours".
            """;

    static Options of(String[] args) {
        int rounds = 15;
        String cpu = Integer.toString(Runtime.getRuntime().availableProcessors() - 1);
        boolean unpacked = false;
        Path home = Path.of(System.getProperty("java.home"));
        Path subjects = Path.of("subjects.json");
        List<String> flags = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-n" -> rounds = Integer.parseInt(args[++i]);
                case "-cpu" -> cpu = args[++i].replace("all", "");
                case "-unpacked" -> unpacked = true;
                case "-java" -> home = Path.of(args[++i]);
                case "-subjects" -> subjects = Path.of(args[++i]);
                default -> {
                    if (args[i].startsWith("-J")) {
                        flags.add(args[i].substring(2));
                    } else if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException(USAGE);
                    } else {
                        wanted.add(args[i]);
                    }
                }
            }
        }
        return new Options(rounds, cpu, unpacked, home.resolve("bin").resolve("java"), subjects, flags, wanted);
    }
}
