package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.aws.Access.Keys;
import io.lambdamaven.plugin.aws.Reach.HttpProxy;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Maven's own settings as the plugin uses them; what Maven encrypts is decrypted for real in {@code src/it}. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class MavenSettingsTest {
    private static final Decrypter PLAIN = new Decrypter(List.of());

    private final Settings settings = new Settings();

    @AfterEach
    void restore() {
        System.clearProperty("https.proxyHost");
    }

    /** Takes braces away, or complains. */
    private record Decrypter(List<SettingsProblem> problems) implements SettingsDecrypter {
        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            request.getServers().forEach(server -> server.setPassword(plain(server.getPassword())));
            request.getProxies().forEach(proxy -> proxy.setPassword(plain(proxy.getPassword())));
            return new Decrypted(request.getServers(), request.getProxies(), problems);
        }

        private static String plain(String password) {
            return password == null ? null : password.replaceAll("[{}]", "");
        }
    }

    private record Decrypted(List<Server> servers, List<Proxy> proxies, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            return proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }

    private record Wrong(String message) implements SettingsProblem {
        @Override
        public Severity getSeverity() {
            return Severity.ERROR;
        }

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public Exception getException() {
            return new IllegalStateException(message);
        }

        @Override
        public String getSource() {
            return "";
        }

        @Override
        public int getLineNumber() {
            return 1;
        }

        @Override
        public int getColumnNumber() {
            return 1;
        }

        @Override
        public String getLocation() {
            return "";
        }
    }

    private MavenSettings maven(Decrypter decrypter) {
        return new MavenSettings(settings, decrypter);
    }

    private void server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    private void proxy(String protocol, String host, boolean active) {
        Proxy proxy = new Proxy();
        proxy.setId(host);
        proxy.setProtocol(protocol);
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setUsername("anna");
        proxy.setPassword("{sesame}");
        proxy.setNonProxyHosts("*.office|localhost");
        proxy.setActive(active);
        settings.addProxy(proxy);
    }

    @Test
    void aServerHoldsKeys() {
        server("aws", "AKIA", "{secret}");

        assertThat(maven(PLAIN).keys("aws")).isEqualTo(new Keys("AKIA", "secret"));
        assertThat(maven(PLAIN).keys(null)).isNull();
    }

    @Test
    void anUnknownServerIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> maven(PLAIN).keys("aws"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM516 <serverId>: Maven's settings have no server 'aws', nor any other.");
        server("nexus", "anna", "x");
        server("central", "anna", "x");
        assertThatThrownBy(() -> maven(PLAIN).keys("aws")).hasMessageContaining("; there are central, nexus.");
    }

    @Test
    void aServerWithoutKeysOrWithAPasswordThatCannotBeReadIsTold() {
        server("aws", "AKIA", null);
        assertThatThrownBy(() -> maven(PLAIN).keys("aws"))
                .hasMessageContaining("LM517 <server> aws in settings.xml: It lacks a username or a password.");

        server("other", "AKIA", "{secret}");
        assertThatThrownBy(() -> maven(new Decrypter(List.of(new Wrong("no master password"))))
                        .keys("other"))
                .hasMessageContaining("LM517 <server> other in settings.xml")
                .hasMessageContaining("no master password")
                .hasMessageContaining("--encrypt-password");
    }

    @Test
    void theActiveProxyIsTakenThatForHttpsFirst() {
        assertThat(maven(PLAIN).proxy()).isNull();
        proxy("https", "idle", false);
        proxy("http", "plain", true);
        assertThat(maven(PLAIN).proxy())
                .isEqualTo(new HttpProxy("plain", 3128, "anna", "sesame", "*.office|localhost"));
        proxy("https", "secure", true);
        assertThat(maven(PLAIN).proxy())
                .isEqualTo(new HttpProxy("secure", 3128, "anna", "sesame", "*.office|localhost"));
    }

    @Test
    void theJvmsOwnProxyComesFirst() {
        proxy("https", "secure", true);
        System.setProperty("https.proxyHost", "jvm");

        assertThat(maven(PLAIN).proxy()).isNull();
    }
}
