package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.aws.Access.Keys;
import io.lambdamaven.plugin.aws.Reach.HttpProxy;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** What Maven's own settings have for the way to AWS, decrypted. */
final class MavenSettings {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    MavenSettings(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /** The keys that a server holds as username and password; null for no server. */
    @Nullable
    Keys keys(@Nullable String serverId) {
        if (serverId == null) {
            return null;
        }
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw unknown(serverId);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        Place place = Place.of("<server> " + serverId + " in settings.xml");
        check(result, place);
        Server plain = result.getServer();
        if (isBlank(plain.getUsername()) || isBlank(plain.getPassword())) {
            throw new UserFault(
                    Problem.LM517,
                    place,
                    "It lacks a username or a password.",
                    "Give it the id of an access key as <username> and the secret, encrypted by mvn"
                            + " --encrypt-password, as <password>.");
        }
        return new Keys(plain.getUsername().strip(), plain.getPassword().strip());
    }

    /** The active proxy, that for {@code https} first; null where there is none, or the JVM's own properties name one. */
    @Nullable
    HttpProxy proxy() {
        if (System.getProperty("https.proxyHost") != null || System.getProperty("http.proxyHost") != null) {
            return null;
        }
        Proxy active = settings.getProxies().stream()
                .filter(Proxy::isActive)
                .min(Comparator.comparing((Proxy proxy) -> !"https".equalsIgnoreCase(proxy.getProtocol())))
                .orElse(null);
        if (active == null) {
            return null;
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(active));
        check(result, Place.of("<proxy> " + active.getId() + " in settings.xml"));
        Proxy plain = result.getProxy();
        return new HttpProxy(
                plain.getHost(),
                plain.getPort(),
                isBlank(plain.getUsername()) ? null : plain.getUsername(),
                plain.getPassword(),
                plain.getNonProxyHosts());
    }

    private UserFault unknown(String serverId) {
        List<String> known = settings.getServers().stream()
                .map(Server::getId)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        return new UserFault(
                Problem.LM516,
                Place.of("<serverId>"),
                "Maven's settings have no server '" + serverId + "'"
                        + (known.isEmpty() ? ", nor any other." : "; there are " + String.join(", ", known) + "."),
                "Add a <server> with this <id> to ~/.m2/settings.xml, or correct <serverId> or -Dlambda.serverId.");
    }

    private static void check(SettingsDecryptionResult result, Place place) {
        String problems = result.getProblems().stream()
                .filter(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING)
                .map(SettingsProblem::getMessage)
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            throw new UserFault(
                    Problem.LM517,
                    place,
                    "Its password cannot be decrypted: " + problems + ".",
                    "Encrypt it again with mvn --encrypt-password, with the master password in"
                            + " ~/.m2/settings-security.xml.");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
