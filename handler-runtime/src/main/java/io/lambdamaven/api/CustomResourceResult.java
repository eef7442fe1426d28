package io.lambdamaven.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method that serves a CloudFormation custom resource has made. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * return CustomResourceResult.of(database.id()).data("Endpoint", database.endpoint());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">AWS: custom
 *     resource response objects</a>
 */
public final class CustomResourceResult {
    private final @Nullable String physicalResourceId;
    private final Map<String, Object> data;
    private final boolean noEcho;

    private CustomResourceResult(@Nullable String physicalResourceId, Map<String, Object> data, boolean noEcho) {
        this.physicalResourceId = physicalResourceId;
        this.data = data;
        this.noEcho = noEcho;
    }

    /**
     * A result that leaves the resource's id as it is; a new resource gets one made of its stack and logical id.
     *
     * @return a result without data
     */
    public static CustomResourceResult empty() {
        return new CustomResourceResult(null, Map.of(), false);
    }

    /**
     * A result with an id.
     *
     * @param physicalResourceId at most 1024 bytes; another one than before tells CloudFormation that the resource was
     *     replaced, and that it shall delete the old one
     * @return a result without data
     * @throws IllegalArgumentException if the id is empty
     */
    public static CustomResourceResult of(String physicalResourceId) {
        if (physicalResourceId.isEmpty()) {
            throw new IllegalArgumentException("a physical resource id must not be empty");
        }
        return new CustomResourceResult(physicalResourceId, Map.of(), false);
    }

    /**
     * Adds a value that the template reads with {@code Fn::GetAtt}.
     *
     * @param name of the attribute
     * @param value anything that has a form in JSON
     * @return a copy with it
     */
    public CustomResourceResult data(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(name, value);
        return new CustomResourceResult(physicalResourceId, Collections.unmodifiableMap(more), noEcho);
    }

    /**
     * Adds values that the template reads with {@code Fn::GetAtt}.
     *
     * @param values by the attributes' names
     * @return a copy with them
     */
    public CustomResourceResult data(Map<String, ?> values) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.putAll(values);
        return new CustomResourceResult(physicalResourceId, Collections.unmodifiableMap(more), noEcho);
    }

    /**
     * Has CloudFormation show asterisks for the values.
     *
     * @return a copy that does
     */
    public CustomResourceResult masked() {
        return new CustomResourceResult(physicalResourceId, data, true);
    }

    /**
     * The resource's id.
     *
     * @return null if it stays as it is
     */
    public @Nullable String physicalResourceId() {
        return physicalResourceId;
    }

    /**
     * The values.
     *
     * @return by the attributes' names, in order, unmodifiable
     */
    public Map<String, Object> data() {
        return data;
    }

    /**
     * Whether the values are masked.
     *
     * @return true after {@link #masked()}
     */
    public boolean noEcho() {
        return noEcho;
    }
}
