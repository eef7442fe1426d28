package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which variables and tags of a function are ours, and which of the parts that hang on it. Versions cannot tell: they
 * hold what others added too. So the names stand in tags of the function; where they are too long for a tag, short
 * digests of them do.
 */
final class Ownership {
    private static final String VARIABLES = "lambda-maven:environment";
    private static final String TAGS = "lambda-maven:tags";
    private static final String PART = "lambda-maven:part-";
    private static final int LIMIT = 256;
    private static final String DIGESTS = "@";
    private static final String ALL = "@@";
    private static final int LEAST = 2;
    private static final int MOST = 8;

    private Ownership() {}

    /** What tells that these are ours. */
    static Map<String, String> tags(Collection<String> variables, Collection<String> tags) {
        return Map.of(VARIABLES, list(variables), TAGS, list(settingsTags(tags)));
    }

    static Map<String, String> of(LambdaFunction function) {
        Map<String, String> environment = function.environment();
        return tags(
                environment == null ? Set.of() : environment.keySet(),
                function.tags().keySet());
    }

    /** Those of a function's tags that tell it. */
    static Map<String, String> said(Map<String, String> tags) {
        Map<String, String> said = new TreeMap<>(tags);
        said.keySet().retainAll(Set.of(VARIABLES, TAGS));
        return said;
    }

    /** The tag that tells that a part is ours. */
    static String part(ResourceType type) {
        return PART + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Before there was this tag, a function that a deploy had finished had no variables but ours. */
    static Predicate<String> variables(Map<String, String> tags) {
        String list = tags.get(VARIABLES);
        return list == null ? name -> tags.containsKey(Desired.DIGEST_TAG) : in(list);
    }

    /** The function's own tags that are ours: what cannot be known is left alone. */
    static Map<String, String> ownTags(Map<String, String> tags, Set<String> wanted) {
        String list = tags.get(TAGS);
        Predicate<String> ours = list == null ? name -> false : in(list);
        Map<String, String> own = new TreeMap<>(tags);
        own.keySet()
                .removeIf(key -> isBookkeeping(key)
                        || !(key.equals(Desired.PROJECT_TAG)
                                || key.equals(Desired.STAGE_TAG)
                                || wanted.contains(key)
                                || ours.test(key)));
        return own;
    }

    private static boolean isBookkeeping(String key) {
        return key.equals(Desired.DIGEST_TAG) || key.equals(VARIABLES) || key.equals(TAGS) || key.startsWith(PART);
    }

    private static Set<String> settingsTags(Collection<String> tags) {
        Set<String> names = new TreeSet<>(tags);
        names.remove(Desired.PROJECT_TAG);
        names.remove(Desired.STAGE_TAG);
        return names;
    }

    private static String list(Collection<String> names) {
        String list = String.join(" ", new TreeSet<>(names));
        boolean plain = list.length() <= LIMIT
                && names.stream().noneMatch(name -> name.contains(" ") || name.startsWith(DIGESTS));
        if (plain) {
            return list;
        }
        int width = Math.min(MOST, (LIMIT - LEAST) / names.size());
        if (width < LEAST) {
            return ALL;
        }
        StringBuilder digests = new StringBuilder(DIGESTS).append(width);
        new TreeSet<>(names).forEach(name -> digests.append(digest(name, width)));
        return digests.toString();
    }

    private static Predicate<String> in(String list) {
        if (list.equals(ALL)) {
            return name -> true;
        }
        if (!list.startsWith(DIGESTS)) {
            Set<String> names = Set.copyOf(Arrays.asList(list.split(" ", -1)));
            return names::contains;
        }
        int width = list.charAt(1) - '0';
        Set<String> digests = new TreeSet<>();
        for (int at = LEAST; at + width <= list.length(); at += width) {
            digests.add(list.substring(at, at + width));
        }
        return name -> digests.contains(digest(name, width));
    }

    private static String digest(String name, int width) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, width);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Names of variables that are there and neither ours nor wanted. */
    static Map<String, String> foreign(
            Map<String, String> there, @Nullable Map<String, String> ours, @Nullable Map<String, String> wanted) {
        Map<String, String> foreign = new TreeMap<>(there);
        foreign.keySet()
                .removeIf(name ->
                        (ours != null && ours.containsKey(name)) || (wanted != null && wanted.containsKey(name)));
        return foreign;
    }
}
