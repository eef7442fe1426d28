package com.example.library;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeMap;

@Path("echo")
@Produces(MediaType.TEXT_PLAIN)
public class Echo {
    @GET
    @Path("{rest: .*}")
    public String get(@Context UriInfo uri, @Context HttpHeaders headers) {
        return uri.getRequestUri().getRawPath() + "\n" + new TreeMap<>(uri.getQueryParameters()) + "\n"
                + headers.getHeaderString("X-Told") + "\n" + headers.getAcceptableLanguages() + "\n"
                + new TreeMap<>(headers.getCookies()).keySet();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String form(@FormParam("name") String name, @FormParam("tag") List<String> tags) {
        return name + tags;
    }
}
