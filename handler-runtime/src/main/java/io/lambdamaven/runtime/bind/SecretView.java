package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.SecretRotation;
import io.lambdamaven.runtime.event.EventObject;
import org.jspecify.annotations.Nullable;

/** Sees a step of a secret's rotation. */
public final class SecretView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public SecretView(byte[] event) {
        super("the event", event);
    }

    /**
     * The step as Secrets Manager documents it.
     *
     * @param step as the event has it
     * @return such as {@code createSecret}; some samples begin it with a capital
     */
    public static String word(String step) {
        return step.isEmpty() ? step : Character.toLowerCase(step.charAt(0)) + step.substring(1);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != SecretRotation.class) {
            return null;
        }
        EventObject event = fields();
        return new SecretRotation(
                event.text("SecretId"),
                event.text("ClientRequestToken"),
                step(event.text("Step")),
                event.textOrNull("RotationToken"));
    }

    private static SecretRotation.Step step(String step) {
        return switch (word(step)) {
            case "createSecret" -> SecretRotation.Step.CREATE;
            case "setSecret" -> SecretRotation.Step.SET;
            case "testSecret" -> SecretRotation.Step.TEST;
            case "finishSecret" -> SecretRotation.Step.FINISH;
            default -> throw new BindException("'Step' of the event is no step of a rotation: " + step, null);
        };
    }
}
