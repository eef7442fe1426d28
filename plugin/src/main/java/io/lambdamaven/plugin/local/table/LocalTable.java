package io.lambdamaven.plugin.local.table;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tables whose key is the text {@code id} and whose items expire by {@code expires}, such as the deployer makes them on
 * AWS. A table is there as soon as somebody names it. In memory, and bounded: what was written longest ago goes first.
 */
public final class LocalTable {
    static final String KEY = "id";
    static final String EXPIRES = "expires";

    private static final int LARGEST_ITEM = 400 * 1024;
    private static final int MOST_ITEMS = 10_000;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final String TABLE = "TableName";
    private static final String CONDITION = "ConditionExpression";
    private static final String UPDATE = "UpdateExpression";
    private static final String RETURN = "ReturnValues";
    private static final String RETURN_ON_FAILURE = "ReturnValuesOnConditionCheckFailure";
    private static final Set<String> WRITING =
            Set.of(TABLE, CONDITION, Placeholders.NAMES, Placeholders.VALUES, RETURN, RETURN_ON_FAILURE);

    private final Clock clock;
    private final int mostItems;
    private final long mostBytes;
    private final Map<Key, Stored> items = new LinkedHashMap<>();
    private long bytes;

    /** @param clock says what has expired */
    public LocalTable(Clock clock) {
        this(clock, MOST_ITEMS, MOST_BYTES);
    }

    LocalTable(Clock clock, int mostItems, long mostBytes) {
        this.clock = clock;
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
    }

    private record Key(String table, String id) {}

    private record Stored(Item item, int size) {}

    /**
     * Serves one request; others wait meanwhile.
     *
     * @param operation such as {@code UpdateItem}
     * @param request as DynamoDB's JSON protocol has it
     * @return the answer
     * @throws TableFault if it is refused
     */
    public synchronized JsonObject answer(String operation, JsonObject request) {
        try {
            return switch (operation) {
                case "GetItem" -> get(request);
                case "PutItem" -> put(request);
                case "UpdateItem" -> update(request);
                case "DeleteItem" -> delete(request);
                default -> throw TableFault.unknownOperation();
            };
        } catch (JsonException e) {
            throw TableFault.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private JsonObject get(JsonObject request) {
        refuseOthers(request, Set.of(TABLE, "Key", "ConsistentRead"));
        Item item = find(key(request, keyOf(request.object("Key"))));
        return item == null
                ? Json.object().build()
                : Json.object().put("Item", item.toJson()).build();
    }

    private JsonObject put(JsonObject request) {
        refuseOthers(request, WRITING, "Item");
        Placeholders placeholders = new Placeholders(request);
        Condition condition = condition(request, placeholders);
        placeholders.refuseUnused();
        String returned = returned(request, "NONE", "ALL_OLD");
        Item item = Item.of(request.object("Item"));
        Key key = key(request, keyIn(item));
        Item old = find(key);
        check(request, condition, old);
        store(key, item, "Item size has exceeded the maximum allowed size");
        return attributes(returned, old, item, Set.of());
    }

    private JsonObject update(JsonObject request) {
        refuseOthers(request, WRITING, "Key", UPDATE);
        Placeholders placeholders = new Placeholders(request);
        Update update = request.has(UPDATE) ? Update.parse(request.text(UPDATE), placeholders) : Update.nothing();
        Condition condition = condition(request, placeholders);
        placeholders.refuseUnused();
        if (update.names().contains(KEY)) {
            throw TableFault.invalid("One or more parameter values were invalid: Cannot update attribute " + KEY
                    + ". This attribute is part of the key");
        }
        String returned = returned(request, "NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");
        Item named = keyOf(request.object("Key"));
        Key key = key(request, named);
        Item old = find(key);
        check(request, condition, old);
        Item changed = update.apply(old == null ? named : old);
        store(key, changed, "Item size to update has exceeded the maximum allowed size");
        return attributes(returned, old, changed, update.names());
    }

    private JsonObject delete(JsonObject request) {
        refuseOthers(request, WRITING, "Key");
        Placeholders placeholders = new Placeholders(request);
        Condition condition = condition(request, placeholders);
        placeholders.refuseUnused();
        String returned = returned(request, "NONE", "ALL_OLD");
        Key key = key(request, keyOf(request.object("Key")));
        Item old = find(key);
        check(request, condition, old);
        remove(key);
        return attributes(returned, old, Item.NONE, Set.of());
    }

    private static void refuseOthers(JsonObject request, Collection<String> known, String... more) {
        Set<String> others = new TreeSet<>(request.members().keySet());
        others.removeAll(known);
        List.of(more).forEach(others::remove);
        for (String each : others) {
            throw TableFault.invalid("The local table does not know the parameter " + each);
        }
    }

    private static Item keyOf(JsonObject json) {
        Item key = Item.of(json);
        if (key.attributes().size() != 1) {
            throw TableFault.invalid("The provided key element does not match the schema");
        }
        keyIn(key);
        return key;
    }

    private static Value keyIn(Item item) {
        Value id = item.get(KEY);
        if (id == null) {
            throw TableFault.invalid(
                    "One or more parameter values were invalid: Missing the key " + KEY + " in the item");
        } else if (!id.is("S") || id.content().asText().isEmpty()) {
            throw TableFault.invalid("One or more parameter values were invalid: the key " + KEY
                    + " is not a text of at least one character");
        }
        return id;
    }

    private static Key key(JsonObject request, Item named) {
        return key(request, keyIn(named));
    }

    private static Key key(JsonObject request, Value id) {
        String table = request.text(TABLE);
        if (!table.matches("[a-zA-Z0-9_.-]{3,255}")) {
            throw TableFault.invalid("Value at 'tableName' failed to satisfy constraint");
        }
        return new Key(table, id.content().asText());
    }

    private static @Nullable Condition condition(JsonObject request, Placeholders placeholders) {
        return request.has(CONDITION) ? Condition.parse(request.text(CONDITION), placeholders) : null;
    }

    private static void check(JsonObject request, @Nullable Condition condition, @Nullable Item old) {
        boolean tells = request.text(RETURN_ON_FAILURE, "NONE").equals("ALL_OLD");
        if (condition != null && !condition.holds(old == null ? Item.NONE : old)) {
            throw TableFault.conditionFailed(tells && old != null ? old.toJson() : null);
        }
    }

    private static String returned(JsonObject request, String... offered) {
        String wanted = request.text(RETURN, "NONE");
        if (!List.of(offered).contains(wanted)) {
            throw TableFault.invalid("Return values set to invalid value: " + wanted);
        }
        return wanted;
    }

    private static JsonObject attributes(String returned, @Nullable Item old, Item changed, Set<String> touched) {
        Item before = old == null ? Item.NONE : old;
        Item told = switch (returned) {
            case "ALL_OLD" -> before;
            case "UPDATED_OLD" -> only(before, touched);
            case "ALL_NEW" -> changed;
            case "UPDATED_NEW" -> only(changed, touched);
            default -> Item.NONE;
        };
        return told.attributes().isEmpty()
                ? Json.object().build()
                : Json.object().put("Attributes", told.toJson()).build();
    }

    private static Item only(Item item, Set<String> names) {
        SortedMap<String, Value> some = new TreeMap<>(item.attributes());
        some.keySet().retainAll(names);
        return new Item(some);
    }

    private @Nullable Item find(Key key) {
        Stored stored = items.get(key);
        if (stored == null) {
            return null;
        } else if (isOver(stored.item())) {
            remove(key);
            return null;
        }
        return stored.item();
    }

    /** On AWS it may take days until such an item is gone: nobody may rely on its being there. */
    private boolean isOver(Item item) {
        Value expires = item.get(EXPIRES);
        return expires != null
                && expires.is("N")
                && expires.number().compareTo(BigDecimal.valueOf(clock.millis() / 1000)) < 0;
    }

    private void store(Key key, Item item, String tooLarge) {
        int size = item.size();
        if (size > LARGEST_ITEM) {
            throw TableFault.invalid(tooLarge);
        }
        remove(key);
        items.put(key, new Stored(item, size));
        bytes += size;
        if (isFull()) {
            removeOver();
        }
        Iterator<Stored> eldest = items.values().iterator();
        while (isFull() && eldest.hasNext()) {
            bytes -= eldest.next().size();
            eldest.remove();
        }
    }

    private boolean isFull() {
        return items.size() > mostItems || bytes > mostBytes;
    }

    private void removeOver() {
        Iterator<Stored> each = items.values().iterator();
        while (each.hasNext()) {
            Stored stored = each.next();
            if (isOver(stored.item())) {
                bytes -= stored.size();
                each.remove();
            }
        }
    }

    private void remove(Key key) {
        Stored stored = items.remove(key);
        if (stored != null) {
            bytes -= stored.size();
        }
    }

    /** How much there is, of all tables. */
    synchronized int size() {
        return items.size();
    }
}
