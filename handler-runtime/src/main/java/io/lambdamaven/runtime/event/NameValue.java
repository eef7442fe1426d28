package io.lambdamaven.runtime.event;

/**
 * A header, query parameter, cookie or variable.
 *
 * @param name as it arrived
 * @param value as it arrived, decoded where it is a query parameter's
 */
public record NameValue(String name, String value) {}
