package io.lambdamaven.plugin.model;

/**
 * One trigger of one method.
 *
 * @param number its case in the generated switch, unique in its function; a trigger with several rows in the route
 *     table has the numbers that follow as well
 * @param id eight hexadecimal digits derived from method and trigger, so that names made from it stay the same from
 *     build to build
 */
public record Route(int number, String id, Trigger trigger, MethodRef method, Granularity granularity) {}
