package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;

/** Asks people for the code that their device shows. */
public interface MfaCodes {
    /** Where there is nobody to ask. */
    MfaCodes NONE = serial -> {
        throw new UserFault(
                Problem.LM518,
                Place.of("the device " + serial),
                "A role needs the code that this device shows, and nobody can be asked for it.",
                "Give the code with -Dlambda.mfaToken=123456, or run Maven without -B.");
    };

    /**
     * The code of a device.
     *
     * @param serial the device's number or ARN
     * @throws UserFault if there is nobody to ask
     */
    String of(String serial);
}
