package io.lambdamaven.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Lex bot is to do next, written in the form of the version of Lex that asked. Immutable; each method gives a
 * changed copy. Session attributes and slots stay as they came where nothing is said of them.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html">AWS: Lex V2</a>
 * @see <a href="https://docs.aws.amazon.com/lex/latest/dg/lambda-input-response-format.html">AWS: Lex V1</a>
 */
public final class LexResponse {
    private final Action action;
    private final @Nullable String slotToElicit;
    private final boolean fulfilled;
    private final @Nullable String intent;
    private final Map<String, String> slots;
    private final Map<String, String> sessionAttributes;
    private final List<Message> messages;

    private LexResponse(
            Action action,
            @Nullable String slotToElicit,
            boolean fulfilled,
            @Nullable String intent,
            Map<String, String> slots,
            Map<String, String> sessionAttributes,
            List<Message> messages) {
        this.action = action;
        this.slotToElicit = slotToElicit;
        this.fulfilled = fulfilled;
        this.intent = intent;
        this.slots = Copies.of(slots);
        this.sessionAttributes = Copies.of(sessionAttributes);
        this.messages = List.copyOf(messages);
    }

    /** What Lex does next. */
    public enum Action {
        /** No answer is expected of the user. */
        CLOSE("Close"),
        /** Lex decides by the bot's configuration. */
        DELEGATE("Delegate"),
        /** The user is asked for a slot's value. */
        ELICIT_SLOT("ElicitSlot"),
        /** The user is asked what to do. */
        ELICIT_INTENT("ElicitIntent"),
        /** The user is asked for a yes or no. */
        CONFIRM_INTENT("ConfirmIntent");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /**
         * The action's name in Lex.
         *
         * @return such as {@code ElicitSlot}
         */
        public String word() {
            return word;
        }
    }

    /**
     * What the user is told.
     *
     * @param contentType {@code PlainText}, {@code SSML}, {@code CustomPayload}; in version 2 {@code ImageResponseCard}
     *     is no matter of this type
     * @param content the text
     */
    public record Message(String contentType, String content) {}

    /**
     * Ends the intent.
     *
     * @param fulfilled whether it was done, or failed
     * @return closes
     */
    public static LexResponse close(boolean fulfilled) {
        return new LexResponse(Action.CLOSE, null, fulfilled, null, Map.of(), Map.of(), List.of());
    }

    /**
     * Lets Lex decide.
     *
     * @return delegates
     */
    public static LexResponse delegate() {
        return new LexResponse(Action.DELEGATE, null, false, null, Map.of(), Map.of(), List.of());
    }

    /**
     * Asks for a slot.
     *
     * @param slot its name
     * @return elicits it
     */
    public static LexResponse elicitSlot(String slot) {
        return new LexResponse(Action.ELICIT_SLOT, slot, false, null, Map.of(), Map.of(), List.of());
    }

    /**
     * Asks what to do.
     *
     * @return elicits an intent
     */
    public static LexResponse elicitIntent() {
        return new LexResponse(Action.ELICIT_INTENT, null, false, null, Map.of(), Map.of(), List.of());
    }

    /**
     * Asks for a yes or no.
     *
     * @return has the intent confirmed
     */
    public static LexResponse confirmIntent() {
        return new LexResponse(Action.CONFIRM_INTENT, null, false, null, Map.of(), Map.of(), List.of());
    }

    /**
     * Tells the user something.
     *
     * @param text plain
     * @return with it
     */
    public LexResponse message(String text) {
        return message("PlainText", text);
    }

    /**
     * Tells the user something.
     *
     * @param contentType {@code PlainText}, {@code SSML} or {@code CustomPayload}
     * @param content in that form
     * @return with it
     */
    public LexResponse message(String contentType, String content) {
        List<Message> more = new ArrayList<>(messages);
        more.add(new Message(contentType, content));
        return new LexResponse(action, slotToElicit, fulfilled, intent, slots, sessionAttributes, more);
    }

    /**
     * Fills a slot, or empties it.
     *
     * @param name the slot
     * @param value null empties it
     * @return with it
     */
    public LexResponse slot(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(slots);
        put(more, name, value);
        return new LexResponse(action, slotToElicit, fulfilled, intent, more, sessionAttributes, messages);
    }

    /**
     * Keeps something during the session.
     *
     * @param name the attribute
     * @param value null forgets it
     * @return with it
     */
    public LexResponse sessionAttribute(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(sessionAttributes);
        put(more, name, value);
        return new LexResponse(action, slotToElicit, fulfilled, intent, slots, more, messages);
    }

    /**
     * Goes on with another intent; none of the slots that came are kept.
     *
     * @param name the intent
     * @return with it
     */
    public LexResponse intent(String name) {
        return new LexResponse(action, slotToElicit, fulfilled, name, slots, sessionAttributes, messages);
    }

    @SuppressWarnings("NullAway") // a null value empties what stands under the name
    private static void put(Map<String, String> map, String name, @Nullable String value) {
        map.put(name, value);
    }

    /**
     * What Lex does next.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    /**
     * The slot that is asked for.
     *
     * @return its name, null if none
     */
    public @Nullable String slotToElicit() {
        return slotToElicit;
    }

    /**
     * Whether the intent was done.
     *
     * @return of a closed intent
     */
    public boolean fulfilled() {
        return fulfilled;
    }

    /**
     * Another intent to go on with.
     *
     * @return its name, null for the one that came
     */
    public @Nullable String intent() {
        return intent;
    }

    /**
     * Changed slots.
     *
     * @return null for those to be emptied; unmodifiable
     */
    public Map<String, String> slots() {
        return slots;
    }

    /**
     * Changed session attributes.
     *
     * @return null for those to be forgotten; unmodifiable
     */
    public Map<String, String> sessionAttributes() {
        return sessionAttributes;
    }

    /**
     * What the user is told.
     *
     * @return unmodifiable
     */
    public List<Message> messages() {
        return messages;
    }
}
