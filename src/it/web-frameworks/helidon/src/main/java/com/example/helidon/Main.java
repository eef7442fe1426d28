package com.example.helidon;

import io.helidon.common.http.Http;
import io.helidon.common.http.SetCookie;
import io.helidon.config.Config;
import io.helidon.media.jsonp.JsonpSupport;
import io.helidon.webserver.Routing;
import io.helidon.webserver.ServerRequest;
import io.helidon.webserver.ServerResponse;
import io.helidon.webserver.WebServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;

public class Main {
    public static void main(String[] args) {
        WebServer.builder()
                .config(Config.create().get("server"))
                .addMediaSupport(JsonpSupport.create())
                .routing(Routing.builder()
                        .get("/echo/{name}", Main::echo)
                        .get("/json", (request, response) -> response.send(book("Der Prozeß", 2)))
                        .post("/json", (request, response) -> request.content()
                                .as(JsonObject.class)
                                .thenAccept(book ->
                                        response.send(book(book.getString("title"), book.getInt("pages") + 1)))
                                .exceptionally(fault -> response.send(fault)))
                        .post("/body", (request, response) -> request.content()
                                .as(byte[].class)
                                .thenAccept(body -> {
                                    response.headers().add("Content-Type", "application/octet-stream");
                                    response.send(body);
                                }))
                        .get("/login", Main::login)
                        .get("/long", (request, response) -> response.send("größer als 1 €\n".repeat(2_000)))
                        .get("/fails", (request, response) -> {
                            throw new IllegalStateException("does not work");
                        })
                        .build())
                .build()
                .start();
    }

    private static void echo(ServerRequest request, ServerResponse response) {
        response.send(request.path().param("name") + " " + request.queryParams().all("tag") + "\n"
                + request.path().toRawString() + "?" + request.query() + "\n"
                + request.headers().value("X-Told") + "\n" + request.headers().cookies().first("a"));
    }

    private static void login(ServerRequest request, ServerResponse response) {
        response.headers()
                .addCookie(SetCookie.builder("user", "ada").path("/").httpOnly(true).build());
        response.headers().addCookie(SetCookie.create("theme", "dark"));
        response.status(Http.Status.NO_CONTENT_204).send();
    }

    private static JsonObject book(String title, int pages) {
        return Json.createObjectBuilder().add("title", title).add("pages", pages).build();
    }
}
