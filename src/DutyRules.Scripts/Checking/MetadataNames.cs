using System.Reflection.Metadata;

namespace DutyRules.Scripts.Checking;

/// <summary>The names of types in the metadata of an assembly.</summary>
internal sealed class MetadataNames(MetadataReader metadata)
{
    /// <summary>The namespace and the name, with the types around it.</summary>
    public (string Space, string Name) OfType(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind != HandleKind.TypeReference)
        {
            return (metadata.GetString(type.Namespace), name);
        }

        var (space, outer) = OfType((TypeReferenceHandle)type.ResolutionScope);
        return (space, $"{outer}+{name}");
    }

    /// <summary>The type of another assembly that a member belongs to; null: one of this assembly.</summary>
    public (string Space, string Name)? OwnerOf(MemberReferenceHandle handle) => metadata.GetMemberReference(handle).Parent switch
    {
        { Kind: HandleKind.TypeReference } type => OfType((TypeReferenceHandle)type),
        { Kind: HandleKind.TypeSpecification } spec => OwnerOf(metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)spec).Signature)),
        _ => null,
    };

    // A generic type begins with what it is made of; arrays and type parameters have no members of others.
    private (string Space, string Name)? OwnerOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadCompressedInteger();
        var handle = signature.ReadTypeHandle();
        return handle.Kind == HandleKind.TypeReference ? OfType((TypeReferenceHandle)handle) : null;
    }
}
