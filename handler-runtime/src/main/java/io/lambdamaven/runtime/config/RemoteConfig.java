package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources of a function's configuration, in order: what a later one says counts. */
public final class RemoteConfig {
    /** The variable that names the sources, joined by commas. */
    public static final String VARIABLE = "LAMBDA_MAVEN__CONFIG";

    private final List<Address> addresses;
    private final List<Origin> origins;

    private RemoteConfig(List<Address> addresses, List<Origin> origins) {
        this.addresses = addresses;
        this.origins = origins;
    }

    /**
     * The sources that the environment names.
     *
     * @param environment of the function
     * @return them, none of them read
     * @throws ConfigException if one is malformed, or none is named
     */
    public static RemoteConfig of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        List<Address> addresses = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        int start = 0;
        while (start <= named.length()) {
            int comma = named.indexOf(',', start);
            int end = comma < 0 ? named.length() : comma;
            Address address = Address.of(named.substring(start, end));
            addresses.add(address);
            origins.add(Origin.of(address, environment));
            start = end + 1;
        }
        return new RemoteConfig(addresses, origins);
    }

    /**
     * Reads all sources.
     *
     * @param millis when to give up
     * @return all that they hold
     * @throws ConfigException if one was not read, or holds what it must not
     */
    public Loaded load(int millis) {
        return load(new Session(null, Deadline.in(millis)));
    }

    Loaded load(Session session) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] sources = new String[origins.size()];
        for (int i = 0; i < sources.length; i++) {
            String source = addresses.get(i).text();
            try {
                Held held = origins.get(i).read(session);
                values.putAll(held.values());
                sources[i] = held.identity().isEmpty() ? source : source + " (" + held.identity() + ")";
            } catch (ConfigException | AwsException | IllegalStateException e) {
                throw new ConfigException(source + ": " + e.getMessage(), e);
            }
        }
        return new Loaded(values, List.of(sources));
    }
}
