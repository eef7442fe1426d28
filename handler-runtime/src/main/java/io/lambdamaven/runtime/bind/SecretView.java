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
     * @return such as {@code createSecret}; some samples begin it with a capital
     */
    public String step() {
        String step = fields().text("Step");
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
                event.text("SecretId"), event.text("ClientRequestToken"), word(), event.textOrNull("RotationToken"));
    }

    private SecretRotation.Step word() {
        return switch (step()) {
            case "createSecret" -> SecretRotation.Step.CREATE;
            case "setSecret" -> SecretRotation.Step.SET;
            case "testSecret" -> SecretRotation.Step.TEST;
            case "finishSecret" -> SecretRotation.Step.FINISH;
            default -> throw new BindException("'Step' of the event is no step of a rotation: " + step(), null);
        };
    }
}
