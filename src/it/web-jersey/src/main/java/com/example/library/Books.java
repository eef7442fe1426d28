package com.example.library;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

@Path("books")
@Produces(MediaType.APPLICATION_JSON)
public class Books {
    public record Book(String title, int pages) {}

    @GET
    @Path("{id}")
    public Map<String, Object> book(@PathParam("id") String id, @QueryParam("page") @DefaultValue("1") int page) {
        if (id.equals("none")) {
            throw new NotFoundException();
        }
        return Map.of("id", id + " of " + page);
    }

    @GET
    @Path("{id}/text")
    @Produces({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    public String text(@PathParam("id") String id) {
        return "Ein Buch über „" + id + "“";
    }

    @GET
    @Path("{id}/cover")
    @Produces("image/x-cover")
    public byte[] cover(@Context Request request) {
        byte[] cover = new byte[1000];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = (byte) (i * 7);
        }
        return cover;
    }

    @GET
    @Path("{id}/edition")
    public Response edition(@Context Request request) {
        EntityTag tag = new EntityTag("third");
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? Response.ok(Map.of("edition", 3)).tag(tag).build()
                : unchanged.tag(tag).build();
    }

    @GET
    @Path("all")
    @Produces("text/csv")
    public StreamingOutput all() {
        return out -> {
            for (int i = 0; i < 20_000; i++) {
                out.write(("book " + i + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    @GET
    @Path("cookies")
    public Response cookies() {
        return Response.noContent()
                .cookie(new NewCookie.Builder("card")
                        .value("17")
                        .path("/")
                        .httpOnly(true)
                        .build())
                .cookie(new NewCookie.Builder("branch")
                        .value("north")
                        .maxAge(60)
                        .build())
                .build();
    }

    @GET
    @Path("old")
    public Response old() {
        return Response.seeOther(URI.create("books/new%2Fer?x=%20")).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(Book book, @Context UriInfo uri) {
        if (book.pages() < 1) {
            throw new IllegalStateException("„" + book.title() + "“ has no pages");
        }
        return Response.created(uri.getAbsolutePathBuilder().path(book.title()).build())
                .entity(List.of(book))
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] put(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            content[i]++;
        }
        return content;
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        if (id.equals("lent")) {
            throw new IllegalStateException("it is lent");
        }
    }
}
