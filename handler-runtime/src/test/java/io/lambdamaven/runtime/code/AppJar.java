package io.lambdamaven.runtime.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Jars of applications, compiled when a test asks for one. */
final class AppJar {
    private AppJar() {}

    /** One that has these classes, by their names, and these resources. */
    static byte[] of(Path folder, Map<String, String> sources, Map<String, byte[]> resources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                            "-d",
                            classes.toString(),
                            file.toString());
            if (result != 0) {
                throw new IllegalArgumentException("does not compile: " + source.getKey());
            }
        }
        Map<String, byte[]> entries = new TreeMap<>(resources);
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** One whose handler greets, of some megabytes that cannot be compressed. */
    static byte[] greeter(Path folder, int size) throws IOException {
        byte[] ballast = new byte[size];
        new Random(42).nextBytes(ballast);
        return of(
                folder,
                Map.of(
                        "com.example.Greeter",
                        String.join(
                                "\n",
                                List.of(
                                        "package com.example;",
                                        "import com.amazonaws.services.lambda.runtime.*;",
                                        "import java.io.*;",
                                        "public class Greeter implements RequestStreamHandler {",
                                        "    static { System.setProperty(\"greeter.ran\", \"yes\"); }",
                                        "    public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {",
                                        "        ClassLoader context = Thread.currentThread().getContextClassLoader();",
                                        "        out.write((\"hello \" + (context == Greeter.class.getClassLoader())).getBytes());",
                                        "    }",
                                        "}"))),
                Map.of("ballast", ballast, "words.txt", "from the application".getBytes(StandardCharsets.UTF_8)));
    }

    static Expected expected(byte[] jar) throws NoSuchAlgorithmException {
        return new Expected(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)), jar.length);
    }
}
