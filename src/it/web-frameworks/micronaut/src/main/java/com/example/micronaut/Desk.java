package com.example.micronaut;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import java.util.List;

@Controller
public class Desk {
    @Introspected
    public record Book(String title, int pages) {}

    @Get("/echo/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    String echo(HttpRequest<?> request, String name, @QueryValue @Nullable List<String> tag) {
        return name + " " + tag + "\n" + request.getUri().getRawPath() + "?"
                + request.getUri().getRawQuery() + "\n" + request.getHeaders().get("X-Told") + "\n"
                + request.getCookies().findCookie("a").map(Cookie::getValue);
    }

    @Get("/json")
    List<Book> json() {
        return List.of(new Book("Der Prozeß", 2));
    }

    @Post("/json")
    Book json(@Body Book book) {
        return new Book(book.title(), book.pages() + 1);
    }

    @Post("/body")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    byte[] body(@Body byte[] body) {
        return body;
    }

    @Get("/login")
    HttpResponse<?> login() {
        return HttpResponse.noContent()
                .cookie(Cookie.of("user", "ada").path("/").httpOnly(true))
                .cookie(Cookie.of("theme", "dark"));
    }

    @Get("/long")
    @Produces(MediaType.TEXT_PLAIN)
    String lines() {
        return "größer als 1 €\n".repeat(2_000);
    }

    @Get("/fails")
    String fails() {
        throw new IllegalStateException("does not work");
    }
}
