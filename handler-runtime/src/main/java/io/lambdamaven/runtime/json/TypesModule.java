package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Deserializers;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Serializers;
import com.fasterxml.jackson.datatype.jdk8.Jdk8TypeModifier;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Types of the JDK that Jackson's data binding needs help with. What helps is loaded by the first such type: naming all of
 * it up front costs a cold start dozens of classes, and most of what is read and written has none of these types.
 */
final class TypesModule extends Module {
    TypesModule() {}

    @Override
    public String getModuleName() {
        return "lambda-java-types";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addTypeModifier(new Types());
        context.addDeserializers(new Readers());
        context.addSerializers(new Writers());
    }

    /** Those of jackson-datatype-jdk8. */
    private static boolean isOptional(Class<?> raw) {
        String name = raw.getName();
        return name.startsWith("java.util.Optional") || name.startsWith("java.util.stream.");
    }

    private static boolean isTime(Class<?> raw) {
        return raw.getName().startsWith("java.time.") && TimeText.isText(raw);
    }

    static final class Types extends TypeModifier {
        @Override
        public JavaType modifyType(JavaType type, Type declared, TypeBindings context, TypeFactory factory) {
            return isOptional(type.getRawClass())
                    ? new Jdk8TypeModifier().modifyType(type, declared, context, factory)
                    : type;
        }
    }

    static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription description,
                TypeDeserializer contentType,
                JsonDeserializer<?> content)
                throws JsonMappingException {
            return isOptional(type.getRawClass())
                    ? new Jdk8Deserializers().findReferenceDeserializer(type, config, description, contentType, content)
                    : null;
        }

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            Class<?> raw = type.getRawClass();
            if (isOptional(raw)) {
                return new Jdk8Deserializers().findBeanDeserializer(type, config, description);
            } else if (isTime(raw)) {
                return TimeReader.of(raw);
            }
            return raw == BigDecimal.class ? DecimalReader.of() : null;
        }
    }

    static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findReferenceSerializer(
                SerializationConfig config,
                ReferenceType type,
                BeanDescription description,
                TypeSerializer contentType,
                JsonSerializer<Object> content) {
            return isOptional(type.getRawClass())
                    ? new Jdk8Serializers().findReferenceSerializer(config, type, description, contentType, content)
                    : null;
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            if (isOptional(raw)) {
                return new Jdk8Serializers().findSerializer(config, type, description);
            }
            return isTime(raw) ? TimeWriter.of(raw) : null;
        }
    }
}
