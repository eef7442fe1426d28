package io.lambdamaven.runtime.route;

import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.EventPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One route of the table: what it takes, the number of its case in the generated switch, and whose method it is. */
public sealed interface Route {
    /**
     * The number of the case in the generated switch.
     *
     * @return unique in the table
     */
    int number();

    /**
     * The method, for messages.
     *
     * @return such as {@code OrderApi.get}
     */
    String handler();

    /**
     * What the route takes, for messages.
     *
     * @return such as <code>GET /orders/{id}</code>
     */
    String takes();

    /**
     * Requests of one method, or {@code ANY}, on one path template.
     *
     * @param terms what it says beyond that, or null
     */
    record Http(
            int number,
            String method,
            PathTemplate path,
            String handler,
            @Nullable HttpTerms terms) implements Route {
        @Override
        public String takes() {
            return method + " " + path.text();
        }
    }

    /**
     * Events of a service, of the resources that the keys name.
     *
     * @param keys in the kind's order; an empty one takes whatever the event has there
     * @param mode words that the kind's line knows, between blanks; empty for none
     */
    record Service(
            int number, EventKind kind, List<ResourceName> keys, Granularity granularity, String mode, String handler)
            implements Route {
        @Override
        public String takes() {
            StringBuilder out = new StringBuilder(kind.service());
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i).value();
                out.append(key.isEmpty() ? "" : i == 0 ? " " : "/").append(key);
            }
            return out.toString();
        }

        /**
         * Whether a word is among the mode's.
         *
         * @param word such as {@code unwrap}
         * @return true if it is
         */
        public boolean is(String word) {
            int at = mode.indexOf(word);
            int end = at + word.length();
            return at >= 0
                    && (at == 0 || mode.charAt(at - 1) == ' ')
                    && (end == mode.length() || mode.charAt(end) == ' ');
        }

        /**
         * How closely it fits an event.
         *
         * @param resources what the event names, in the order of the kind's keys
         * @return how many of its keys name something; negative if one of them names something else than the event
         */
        public int closeness(String[] resources) {
            int named = 0;
            for (int i = 0; i < keys.size(); i++) {
                ResourceName key = keys.get(i);
                if (!key.value().isEmpty()) {
                    if (i >= resources.length || !key.matches(resources[i])) {
                        return -1;
                    }
                    named++;
                }
            }
            return named;
        }
    }

    /** Events of a bus that fit a pattern. */
    record Events(int number, EventPattern pattern, String bus, String handler) implements Route {
        @Override
        public String takes() {
            return "EventBridge " + bus + " " + pattern;
        }
    }

    /**
     * Events of one bucket, by event type, prefix and suffix.
     *
     * @param eventBridge whether they come through EventBridge instead of as notifications
     */
    record S3(
            int number,
            ResourceName bucket,
            List<String> events,
            String prefix,
            String suffix,
            Granularity granularity,
            boolean eventBridge,
            String handler)
            implements Route {
        @Override
        public String takes() {
            return "S3 " + bucket.value() + "/" + prefix + "*" + suffix + " " + events;
        }

        /** S3 matches a filter that needs encoding in its encoded form, so the key counts in either. */
        boolean takes(String eventName, String key, String rawKey) {
            return takesEvent(eventName) && (fits(key) || fits(rawKey));
        }

        private boolean fits(String key) {
            return key.startsWith(prefix) && key.endsWith(suffix);
        }

        private boolean takesEvent(String eventName) {
            int from = typeAt(eventName);
            for (int i = 0; i < events.size(); i++) {
                if (isOf(eventName, from, events.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** A type without types below it, such as {@code IntelligentTiering}, has them in its records' names. */
        private static boolean isOf(String name, int from, String wanted) {
            int at = typeAt(wanted);
            boolean wild = wanted.endsWith("*");
            int length = wanted.length() - at - (wild ? 1 : 0);
            return name.regionMatches(from, wanted, at, length)
                    && (wild
                            || name.length() == from + length
                            || (name.charAt(from + length) == ':' && wanted.indexOf(':', at) < 0));
        }

        /** Filters say {@code s3:ObjectCreated:Put}, records {@code ObjectCreated:Put}. */
        private static int typeAt(String event) {
            return event.startsWith("s3:") ? 3 : 0;
        }
    }

    /**
     * Ticks of the rule or schedule that the deployer made for this route's id.
     *
     * @param input JSON that the method is given, empty for none
     */
    record Schedule(int number, String id, String input, String handler) implements Route {
        @Override
        public String takes() {
            return "schedule " + id;
        }
    }

    /** A command of the alias {@code ops}. */
    record Command(int number, String name, String handler) implements Route {
        @Override
        public String takes() {
            return "command " + name;
        }
    }

    /** A task of this function. */
    record Task(int number, String id, String handler) implements Route {
        @Override
        public String takes() {
            return "task " + id;
        }
    }

    /** Any payload that no service sent. */
    record Invoke(int number, String handler) implements Route {
        @Override
        public String takes() {
            return "direct invocation";
        }
    }
}
