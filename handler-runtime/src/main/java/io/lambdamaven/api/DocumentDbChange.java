package io.lambdamaven.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change event of a DocumentDB change stream. Documents are maps as the extended JSON of the event has them, an object
 * id being a map with the one key {@code $oid}.
 *
 * @param operationType such as {@code insert}, {@code update}, {@code replace}, {@code delete}
 * @param database its name
 * @param collection its name
 * @param documentKey the document's {@code _id}, and its shard key
 * @param fullDocument the document; empty for removals, and for updates unless the trigger asks for it
 * @param clusterTime when it changed, to the second; null if the event does not say
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">AWS: DocumentDB events</a>
 */
public record DocumentDbChange(
        String operationType,
        String database,
        String collection,
        Map<String, @Nullable Object> documentKey,
        Map<String, @Nullable Object> fullDocument,
        @Nullable Instant clusterTime) {
    /** Copies the maps. */
    public DocumentDbChange {
        documentKey = Collections.unmodifiableMap(new LinkedHashMap<>(documentKey));
        fullDocument = Collections.unmodifiableMap(new LinkedHashMap<>(fullDocument));
    }
}
