package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.Connection.AssumedRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how a stage reaches AWS, and as whom. */
final class ConnectionMerger {
    private static final int USUAL_WAIT = 300;
    private static final int LEAST_DURATION = 900;
    private static final int MOST_DURATION = 43_200;
    private static final Pattern PROBE = Pattern.compile("(?i)auto|on|off");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:role/[\\x21-\\x7e]+");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");
    private static final Pattern SESSION_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{2,64}");
    private static final Pattern MFA_SERIAL = Pattern.compile("[A-Za-z0-9_+=/:,.@-]{9,256}");
    private static final Pattern ENDPOINT = Pattern.compile("https?://[^\\s/?#@]+[^\\s?#]*");

    private final Values values;
    private final Diagnostics faults;

    ConnectionMerger(Values values, Diagnostics faults) {
        this.values = values;
        this.faults = faults;
    }

    Connection merge() {
        values.form(Setting.PROFILE, "the name of a profile");
        values.form(Setting.SERVER_ID, "the id of a server in settings.xml");
        String profile = values.text(Setting.PROFILE);
        String server = values.text(Setting.SERVER_ID);
        if (profile != null && server != null) {
            faults.add(
                    Problem.LM521,
                    Place.of("<serverId>"),
                    "Both the profile '" + profile + "' and the server '" + server + "' are to give the credentials.",
                    "Remove <profile> (-Dlambda.profile) or <serverId> (-Dlambda.serverId).");
        }
        return new Connection(
                profile,
                server,
                role(),
                endpoint(),
                endpoints(),
                values.flag(Setting.FIPS),
                values.flag(Setting.DUALSTACK),
                probe(),
                Duration.ofSeconds(values.number(Setting.LOCK_TIMEOUT, 0, Integer.MAX_VALUE, "seconds", USUAL_WAIT)));
    }

    private @Nullable AssumedRole role() {
        values.form(Setting.ROLE_DURATION, LEAST_DURATION, MOST_DURATION, "seconds");
        String arn = values.text(
                Setting.ASSUME_ROLE,
                ROLE,
                Problem.LM520,
                "is not the ARN of a role.",
                "an ARN such as arn:aws:iam::123456789012:role/deployer");
        String externalId = values.text(
                Setting.EXTERNAL_ID,
                EXTERNAL_ID,
                Problem.LM520,
                "is not an external id.",
                "2 to 1224 letters, digits and + = , . @ : / - _");
        String sessionName = values.text(
                Setting.ROLE_SESSION_NAME,
                SESSION_NAME,
                Problem.LM520,
                "is not the name of a session.",
                "2 to 64 letters, digits and + = , . @ - _");
        String serial = values.text(
                Setting.MFA_SERIAL,
                MFA_SERIAL,
                Problem.LM520,
                "is not the serial number of a device.",
                "an ARN such as arn:aws:iam::123456789012:mfa/anna, or the number on the device");
        Integer seconds = values.text(Setting.ROLE_DURATION) == null
                ? null
                : values.number(Setting.ROLE_DURATION, LEAST_DURATION, MOST_DURATION, "seconds", LEAST_DURATION);
        if (values.text(Setting.ASSUME_ROLE) == null) {
            List.of(Setting.EXTERNAL_ID, Setting.MFA_SERIAL, Setting.ROLE_DURATION, Setting.ROLE_SESSION_NAME)
                    .forEach(this::needsRole);
            return null;
        }
        return arn == null
                ? null
                : new AssumedRole(
                        arn, externalId, sessionName, seconds == null ? null : Duration.ofSeconds(seconds), serial);
    }

    private void needsRole(Setting setting) {
        if (values.text(setting) != null) {
            faults.add(
                    Problem.LM520,
                    Place.of("<" + setting.element() + ">"),
                    "This is part of assuming a role, and none is named.",
                    "Set " + Setting.ASSUME_ROLE.inPomAndCommandLine() + ", or remove <" + setting.element() + ">.");
        }
    }

    private ProbeMode probe() {
        String said = values.text(
                Setting.PROBE, PROBE, Problem.LM515, "is none of auto, on and off.", "one of auto, on, off");
        return said == null
                ? values.usual(Setting.PROBE, ProbeMode.AUTO)
                : ProbeMode.valueOf(said.toUpperCase(Locale.ROOT));
    }

    private @Nullable URI endpoint() {
        values.form(Setting.ENDPOINT, "an address such as http://127.0.0.1:5000");
        String said = values.text(Setting.ENDPOINT);
        if (said == null) {
            return null;
        }
        URI uri = uri(said);
        if (uri == null) {
            notAnEndpoint(Setting.ENDPOINT.element(), said, Setting.ENDPOINT.inPomAndCommandLine());
        }
        return uri;
    }

    private SortedMap<String, URI> endpoints() {
        SortedMap<String, URI> endpoints = new TreeMap<>();
        values.merged(RawSettings::endpoints).forEach((service, said) -> {
            String place = "endpoints><" + service;
            if (!ServiceNames.ALL.contains(service)) {
                faults.add(
                        Problem.LM519,
                        Place.of("<" + place + ">"),
                        "'" + service + "' is no service that a deploy talks to.",
                        "Use one of these names in <endpoints> or -Dlambda.endpoint.NAME: "
                                + String.join(", ", ServiceNames.ALL) + ".");
            } else if (!said.isBlank()) {
                URI uri = uri(said.strip());
                if (uri == null) {
                    notAnEndpoint(place, said, "<" + place + "> or -Dlambda.endpoint." + service);
                } else {
                    endpoints.put(service, uri);
                }
            }
        });
        return endpoints;
    }

    private void notAnEndpoint(String place, String said, String settings) {
        faults.add(
                Problem.LM511,
                Place.of("<" + place + ">"),
                "'" + said + "' is not the address of an endpoint.",
                "Set " + settings + " to something like http://127.0.0.1:5000.");
    }

    private static @Nullable URI uri(String said) {
        if (!ENDPOINT.matcher(said).matches()) {
            return null;
        }
        try {
            URI uri = URI.create(said);
            return uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
