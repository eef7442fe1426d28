package com.example.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

public class Main {
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(System.getProperty("java.io.tmpdir") + "/uploads"));
        router.get("/echo/:name").handler(context -> {
            var request = context.request();
            Cookie cookie = request.getCookie("a");
            context.response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(context.pathParam("name") + " " + context.queryParam("tag") + "\n" + request.path() + "?"
                            + request.query() + "\n" + request.getHeader("X-Told") + "\n"
                            + (cookie == null ? null : cookie.getValue()));
        });
        router.get("/json").handler(context -> context.json(new JsonArray().add(book("Der Prozeß", 2))));
        router.post("/json").handler(context -> {
            JsonObject book = context.body().asJsonObject();
            context.json(book(book.getString("title"), book.getInteger("pages") + 1));
        });
        router.post("/body").handler(context -> context.response()
                .putHeader("Content-Type", "application/octet-stream")
                .end(context.body().buffer()));
        router.post("/upload").handler(context -> {
            FileUpload file = context.fileUploads().get(0);
            context.end(file.name() + " " + file.fileName() + " " + file.size() + " " + file.contentType());
        });
        router.get("/login").handler(context -> context.response()
                .addCookie(Cookie.cookie("user", "ada").setPath("/").setHttpOnly(true))
                .addCookie(Cookie.cookie("theme", "dark"))
                .setStatusCode(204)
                .end());
        router.get("/long").handler(context -> context.response()
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .end("größer als 1 €\n".repeat(2_000)));
        router.get("/fails").handler(context -> {
            throw new IllegalStateException("does not work");
        });
        vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(router)
                .listen(Integer.getInteger("http.port", 8080));
    }

    private static JsonObject book(String title, int pages) {
        return new JsonObject().put("title", title).put("pages", pages);
    }
}
