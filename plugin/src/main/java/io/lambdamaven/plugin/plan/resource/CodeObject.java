package io.lambdamaven.plugin.plan.resource;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application's jar of a slim function in {@code <codeBucket>}, under a key that says what is in it: each version of
 * the function has its own, or shares it with versions of the same code.
 *
 * @param usedBy versions that fetch it when they start, as {@code function:number}; no part of what is compared
 */
public record CodeObject(String bucket, String key, long size, Collection<String> usedBy) implements Resource {
    private static final int DIGITS = 64;

    public CodeObject {
        usedBy = List.copyOf(new TreeSet<>(usedBy));
    }

    /** One that should be there. */
    public CodeObject(String bucket, String key, long size) {
        this(bucket, key, size, List.of());
    }

    /** The folder of all objects of one stage in one account and Region: nobody else uses what is in it. */
    public static String folder(String project, String account, String region, String stage) {
        return Stream.concat(Stream.of("lambda-maven"), Stream.of(project.split(":", -1)))
                        .map(CodeObject::plain)
                        .collect(Collectors.joining("/"))
                + "/" + plain(account) + "/" + plain(region) + "/" + plain(stage) + "/";
    }

    /** What needs no encoding anywhere; Maven and the stages hardly allow anything else. */
    private static String plain(String part) {
        return part.replaceAll("[^A-Za-z0-9._-]", "_").replace("..", "__");
    }

    /** Whether a key in the folder has the form of ours. */
    public static boolean isOurs(String folder, String key) {
        return key.startsWith(folder) && key.substring(folder.length()).matches("[0-9a-f]{64}\\.jar");
    }

    /** How the function's environment names it. */
    public String url() {
        return "s3://" + bucket + "/" + key;
    }

    /** In hexadecimal. */
    public String sha256() {
        int end = key.length() - ".jar".length();
        return key.substring(end - DIGITS, end);
    }

    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.CODE_OBJECT, bucket + "/" + key);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes().put("size", size).toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(new ResourceId(ResourceType.BUCKET, bucket));
    }
}
