package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The desired state of whole projects in the emulated account: what annotations and settings ask for. */
final class Wired {
    static final Whereabouts WHERE = new Whereabouts("aws", "eu-west-1", "123456789012");

    private final Path jar;

    Wired(Path folder) throws IOException {
        jar = folder.resolve("orders.jar");
        code("code");
    }

    /** Other code from now on. */
    void code(String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry("content");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a deploy of the project wants; its function is {@code orders-dev}. */
    Desired desired(Project project) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        return project.desired(WHERE, new Code(jar, Base64.getEncoder().encodeToString(digest)));
    }

    /** What an undeploy wants. */
    static Desired nothing() {
        return new Desired("com.example:orders", "dev", List.of("orders-dev"), List.of(), null);
    }
}
