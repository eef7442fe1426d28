package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;

/**
 * How a running daemon is reached.
 *
 * @param token what a request that changes state has to carry
 * @param fingerprint of the daemon's jars and settings: another one asks for a restart
 */
public record DaemonInfo(long pid, int port, String token, String fingerprint) {
    /** The header that carries the token. */
    public static final String TOKEN_HEADER = "X-Lambda-Maven-Token";

    public JsonObject toJson() {
        return Json.object()
                .put("pid", pid)
                .put("port", port)
                .put("token", token)
                .put("fingerprint", fingerprint)
                .build();
    }

    public static DaemonInfo of(JsonObject json) {
        return new DaemonInfo(
                json.number("pid"), json.get("port").asInt(), json.text("token"), json.text("fingerprint"));
    }
}
