package com.example.chat;

import io.javalin.Javalin;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

public class Chat {
    public static void main(String[] args) {
        Javalin app = Javalin.create(config -> {
            config.staticFiles.add("/public");
            config.http.generateEtags = true;
            config.showJavalinBanner = false;
        });
        app.get(
                "/rooms/{room}",
                context -> context.result(context.pathParam("room") + " " + context.queryParams("since")));
        app.get(
                "/raw/<rest>",
                context -> context.result(context.path() + "\n" + context.queryString() + "\n"
                        + context.fullUrl() + "\n" + new TreeMap<>(context.queryParamMap()) + "\n"
                        + context.pathParam("rest")
                        + "\n" + new TreeMap<>(context.cookieMap()) + "\n" + context.header("X-Told")));
        app.post("/rooms/{room}", context -> {
            if (context.body().isBlank()) {
                throw new BadRequestResponse("say something");
            }
            context.status(HttpStatus.CREATED).header("Location", "/rooms/" + context.pathParam("room") + "/1");
            context.contentType("text/plain; charset=utf-8")
                    .result(context.body().toUpperCase());
        });
        app.put("/rooms/{room}/picture", context -> {
            byte[] bytes = context.bodyAsBytes();
            context.contentType("image/png").result(bytes);
        });
        app.post("/form", context -> context.result(new TreeMap<>(context.formParamMap()).toString()));
        app.post("/upload", context -> {
            var file = context.uploadedFile("file");
            context.result(file.filename() + " " + file.size() + " " + file.contentType());
        });
        app.delete("/rooms/{room}", context -> context.status(204));
        app.get("/json", context -> context.contentType("application/json").result("{\"text\":\"größer als 1 €\"}"));
        app.get(
                "/latin",
                context -> context.contentType("text/plain; charset=ISO-8859-1")
                        .result("größer".getBytes(StandardCharsets.ISO_8859_1)));
        app.get(
                "/stream",
                context ->
                        context.contentType("application/x-sound").result(new ByteArrayInputStream(new byte[300_000])));
        app.get(
                "/video",
                context -> context.writeSeekableStream(new ByteArrayInputStream(new byte[5000]), "video/mp4"));
        app.get("/login", context -> {
            context.cookie(new Cookie("user", "ada", "/", 3600, true, 0, true));
            context.cookie("theme", "dark");
            context.redirect("/rooms/main?since=now");
        });
        app.get("/conflict", context -> {
            throw new ConflictResponse("twice");
        });
        app.get("/fails", context -> {
            throw new IllegalStateException("does not work");
        });
        app.options("/rooms/{room}", context -> context.header("Allow", "GET, POST, DELETE"));
        app.error(404, context -> context.html("<h1>There is no " + context.path() + "</h1>"));
        app.start(Integer.getInteger("server.port", 7000));
    }
}
