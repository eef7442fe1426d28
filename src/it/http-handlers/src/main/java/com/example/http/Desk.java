package com.example.http;

import io.lambdamaven.annotation.Cors;
import io.lambdamaven.annotation.FormParam;
import io.lambdamaven.annotation.HeaderParam;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.PathParam;
import io.lambdamaven.annotation.QueryParam;
import io.lambdamaven.api.Cookie;
import io.lambdamaven.api.FormPart;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What HTTP of handlers offers, a method each. */
public class Desk {
    public record Line(@NotBlank String item, @Min(1) int count) {}

    public record Order(@NotBlank String name, List<@Valid Line> lines) {}

    public record Sender(String name, Optional<String> city) {}

    @HttpTrigger(path = "/notes/{id}", eTag = true)
    public String note(@PathParam String id, @QueryParam(defaultValue = "en") String lang) {
        return "note " + id + " in " + lang;
    }

    @HttpTrigger(method = "PUT", path = "/notes/{id}", consumes = "text/*", maxBody = 1000)
    public void keep(@PathParam String id, String text) {}

    @HttpTrigger(
            path = "/report",
            produces = {"application/json", "text/csv"},
            gzipFrom = 1000)
    public HttpResponse report(HttpRequest request, @QueryParam(defaultValue = "1") int lines) {
        return "text/csv".equals(request.preferred("application/json", "text/csv"))
                ? HttpResponse.of(200).body("tea;12\n".repeat(lines))
                : HttpResponse.of(200).json(List.of("tea", 12));
    }

    @HttpTrigger(path = "/page")
    public HttpResponse page() {
        return HttpResponse.text("page").lastModified(Instant.parse("2026-01-31T10:00:00Z"));
    }

    @HttpTrigger(method = "POST", path = "/login")
    public HttpResponse login() {
        return HttpResponse.redirect("/notes/1")
                .cookie(Cookie.of("session", "7"))
                .cookie(Cookie.removal("guest"));
    }

    @HttpTrigger(method = "POST", path = "/photos")
    public String photo(@FormParam String title, @FormParam FormPart photo, @FormParam Sender sender) {
        return title + ": " + photo.fileName() + ", " + photo.contentType() + ", " + photo.size() + " bytes, of "
                + sender;
    }

    @HttpTrigger(method = "POST", path = "/search")
    public String search(@FormParam String q, @FormParam List<Integer> page) {
        return q + " " + page;
    }

    @HttpTrigger(method = "POST", path = "/orders")
    public Order order(@Valid Order order, @QueryParam(defaultValue = "1") @Max(100) int limit) {
        return order;
    }

    @Cors(
            value = {"http://localhost:5173", "https://shop.example"},
            credentials = true,
            headers = "X-Told",
            exposed = "X-Price")
    @HttpTrigger(path = "/price")
    public HttpResponse price() {
        return HttpResponse.text("12").header("X-Price", "EUR");
    }

    @HttpTrigger(path = "/files/{path+}")
    public byte[] file(@PathParam String path, @HeaderParam(value = "X-Mark", defaultValue = "-") String mark) {
        return (mark + path).getBytes(StandardCharsets.UTF_8);
    }

    private String ticket = "first";

    @HttpTrigger(path = "/ticket")
    public HttpResponse ticket() {
        return HttpResponse.text(ticket).eTag(ticket);
    }

    @HttpTrigger(method = "PUT", path = "/ticket")
    public HttpResponse ticket(HttpRequest request, String text) {
        request.precondition(ticket);
        ticket = text;
        return HttpResponse.of(204).eTag(ticket);
    }

    @HttpTrigger(path = "/film")
    public HttpResponse film() {
        return HttpResponse.bytes("0123456789".getBytes(StandardCharsets.UTF_8))
                .type("video/mp4")
                .eTag("f1");
    }

    @HttpTrigger(path = "/much")
    public String much() {
        return "x".repeat(7_000_000);
    }

    @HttpTrigger(path = "/values")
    public String values(
            @QueryParam Optional<Integer> one,
            @QueryParam List<String> many,
            @QueryParam(defaultValue = "9") int rest) {
        return one + " " + many + " " + rest;
    }
}
