package io.lambdamaven.api;

import java.util.Map;

/**
 * Whether a device may be provisioned.
 *
 * @param allowed whether it may
 * @param parameterOverrides parameters of the provisioning template with other values than the device sent
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html">AWS:
 *     pre-provisioning hooks</a>
 */
public record IotProvisioning(boolean allowed, Map<String, String> parameterOverrides) {
    /** Copies the map. */
    public IotProvisioning {
        parameterOverrides = Copies.of(parameterOverrides);
    }

    /**
     * Lets the device be provisioned.
     *
     * @return with the parameters it sent
     */
    public static IotProvisioning allow() {
        return new IotProvisioning(true, Map.of());
    }

    /**
     * Refuses the device.
     *
     * @return not allowed
     */
    public static IotProvisioning deny() {
        return new IotProvisioning(false, Map.of());
    }
}
