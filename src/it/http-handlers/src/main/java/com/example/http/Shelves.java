package com.example.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** A resource as it is written for any implementation of Jakarta REST. */
@Path("/shelves")
@Produces("application/json")
public class Shelves {
    public record Shelf(String id, int places) {}

    @GET
    public List<Shelf> all(@QueryParam("limit") @DefaultValue("2") int limit) {
        return List.of(new Shelf("a", 1), new Shelf("b", 2), new Shelf("c", 3)).subList(0, limit);
    }

    @GET
    @Path("{id: [^/]+}")
    public Shelf one(@PathParam("id") String id) {
        return new Shelf(id, id.length());
    }

    @POST
    @Consumes("application/json")
    public Shelf add(Shelf shelf) {
        return shelf;
    }

    @DELETE
    @Path("{id}/books/{rest: .+}")
    public void remove(@PathParam("id") String id, @PathParam("rest") String rest) {}
}
