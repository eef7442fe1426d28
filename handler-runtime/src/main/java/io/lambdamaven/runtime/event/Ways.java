package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** Reads a few texts of an event in one pass, and makes nothing of the rest. */
public final class Ways {
    private final String[] ways;
    private final String[] found;
    private int missing;

    private Ways(String[] ways) {
        this.ways = ways;
        this.found = new String[ways.length];
        this.missing = ways.length;
        for (int i = 0; i < found.length; i++) {
            found[i] = "";
        }
    }

    /**
     * Reads texts.
     *
     * @param json an object
     * @param ways to each, names of members with dots between
     * @return the texts, empty where there is none
     */
    public static String[] texts(byte[] json, String... ways) {
        Ways reader = new Ways(ways);
        JsonCursor cursor = JsonCursor.over(json);
        if (cursor.isObject()) {
            reader.object(cursor, "");
        }
        return reader.found;
    }

    private void object(JsonCursor cursor, String prefix) {
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            String way = prefix.isEmpty() ? name : prefix + "." + name;
            int wanted = wanted(way, cursor.isObject());
            if (wanted < 0) {
                cursor.skip();
            } else if (cursor.isObject()) {
                object(cursor, way);
            } else {
                found(wanted, cursor.text());
            }
            if (missing == 0) {
                return;
            }
        }
    }

    private void found(int wanted, @Nullable String text) {
        if (text != null) {
            found[wanted] = text;
            missing--;
        }
    }

    /** The way that ends here, or leads through here; negative for none. */
    private int wanted(String way, boolean through) {
        for (int i = 0; i < ways.length; i++) {
            boolean here = through
                    ? ways[i].length() > way.length() && ways[i].startsWith(way) && ways[i].charAt(way.length()) == '.'
                    : ways[i].equals(way) && found[i].isEmpty();
            if (here) {
                return i;
            }
        }
        return -1;
    }
}
