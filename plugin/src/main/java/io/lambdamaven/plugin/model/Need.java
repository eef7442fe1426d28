package io.lambdamaven.plugin.model;

/**
 * Why a library has to be there at run time.
 *
 * @param user what needs it: a method such as {@code OrderApi.place}, or a class
 * @param reason goes on from there: {@code takes Order}
 */
public record Need(String user, String reason) {

    @Override
    public String toString() {
        return user + " (" + reason + ")";
    }
}
